"""The workbench's addresses; fixed words stand before records' refs."""

from django.urls import path

from .absence import review_absence
from .absences import review_absences
from .adding import add_missed
from .alignment.pages import align_name, align_term, alignment
from .bulk import approve_shown
from .correction import review_correction
from .deciding import approve_correction, return_correction, revert_correction
from .document import review_document
from .glyph import review_glyph
from .item_answer import answer_waiting
from .publication import set_published
from .queue import review
from .record import review_record
from .record_acts import confirm_record, move_record, refuse_record
from .reingest import reingest
from .same_word import same_word
from .upload import upload, upload_preview

urlpatterns = [
    path("", review, name="review"),
    path("answer/", answer_waiting, name="review_answer"),
    path("absence/", review_absence, name="review_absence"),
    path("absences/", review_absences, name="review_absences"),
    path("alignment/", alignment, name="review_alignment"),
    path("alignment/<slug:table>/", alignment, name="review_alignment"),
    path("alignment/<slug:table>/<slug:code>/", align_term, name="review_align_term"),
    path("alignment/<slug:table>/<slug:code>/name/", align_name, name="review_align_name"),
    path("bulk/", approve_shown, name="review_bulk"),
    path("documents/<slug:slug>/", review_document, name="review_document"),
    path("documents/<slug:slug>/add/", add_missed, name="review_add"),
    path("documents/<slug:slug>/glyph/", review_glyph, name="review_glyph"),
    path("documents/<slug:slug>/publish/", set_published, name="review_publish"),
    path("documents/<slug:slug>/reingest/", reingest, name="review_reingest"),
    path("upload/", upload, name="review_upload"),
    path("upload/<slug:token>/", upload_preview, name="review_upload_preview"),
    path("corrections/<int:number>/", review_correction, name="review_correction"),
    path("corrections/<int:number>/approve/", approve_correction, name="review_approve"),
    path("corrections/<int:number>/return/", return_correction, name="review_return"),
    path("corrections/<int:number>/revert/", revert_correction, name="review_revert"),
    path("corrections/<int:number>/same-word/", same_word, name="review_same_word"),
    path("<slug:ref>/", review_record, name="review_record"),
    path("<slug:ref>/confirm/", confirm_record, name="review_confirm"),
    path("<slug:ref>/reject/", refuse_record, name="review_reject"),
    path("<slug:ref>/span/", move_record, name="review_span"),
]
