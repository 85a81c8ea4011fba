"""Who asks, and for whom: built afresh for every request by the guard (`access`)."""

from dataclasses import dataclass

from webapp.core.acting import Acting, MayNotAct
from webapp.core.entrusted import Function
from webapp.core.errors import NotFound
from webapp.core.form_owner import Owner


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. Nobody has both: `user_id` is the person who has signed in, `guest` a visitor who keeps something.

    `acting` is for whom the user acts, None for themselves. `stopped`: they chose to act for somebody, but may not (any
    more); until they choose anew nothing is anybody's.
    """

    user_id: int | None = None
    guest: str | None = None
    acting: Acting | None = None
    stopped: MayNotAct | None = None

    @property
    def is_signed_in(self) -> bool:
        return self.user_id is not None

    @property
    def is_known(self) -> bool:
        """Whether pages may differ for this visitor."""
        return self.user_id is not None or self.guest is not None

    @property
    def user(self) -> int:
        """Who is here: the person who has signed in. Raises NotFound for anybody else."""
        if self.user_id is None:
            raise NotFound("person")
        return self.user_id

    @property
    def person_id(self) -> int:
        """Whose things are looked at. Raises NotFound for a visitor, MayNotAct for one whose authority is over."""
        if self.stopped is not None:
            raise self.stopped
        return self.acting.person_id if self.acting is not None else self.user

    @property
    def authority(self) -> str:
        """The name of the authority that was chosen, whether it still counts or not; empty for who acts for nobody."""
        if self.acting is not None:
            return self.acting.name
        return self.stopped.authority if self.stopped is not None else ""

    @property
    def owner(self) -> Owner | None:
        """Whose the forms are that are made now; None for a visitor."""
        return Owner(self.user_id, self.authority) if self.user_id is not None else None

    def may(self, function: Function) -> bool:
        """Whether this is open to the actor: everything of one's own is, of another's what was entrusted."""
        if self.stopped is not None:
            return False
        return self.acting is None or function in self.acting.functions
