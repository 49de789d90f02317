"""What must not type-check. Each line marked is an error: were it none, the mark would be one."""

from signpost.models import AdultInvolved, ChildAgeBand, Facts, Incident, Include, YesNo

Facts(child_received=YesNo.YES, adult_involved=AdultInvolved.SUSPECTED)
Facts(child_recieved=YesNo.YES)  # type: ignore[call-arg]
Facts(child_received=AdultInvolved.SUSPECTED)  # type: ignore[arg-type]
Facts(child_age_band=ChildAgeBand.AGED_13_TO_14)  # type: ignore[attr-defined]
Facts(child_received=True)  # type: ignore[arg-type]
Facts(child_received=None)  # type: ignore[arg-type]

Incident(Facts(), [Include.WHAT_IF, Include.TRACE])
Incident(Facts(), [Include.EVERYTHING])  # type: ignore[attr-defined]
