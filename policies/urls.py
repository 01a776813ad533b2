"""The portal's addresses (shared design, section 8)."""

urlpatterns = []
