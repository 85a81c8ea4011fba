"""What is sent with a press on «Даю согласие»."""

from wtforms import HiddenField

from webapp.core.forms import Form


class Agreement(Form):
    """One agrees to the text that one has read, which may be not in force any more; `version` says which it was."""

    version = HiddenField(filters=[lambda version: version or ""])
