Für die Erstattung zur Bestellung ${orderId} brauchen wir Ihre Hilfe

Guten Tag,

Ihre Erstattung von ${amount} zur Bestellung ${orderId} vom ${orderedOn} ist nicht angekommen.

<#switch code>
<#on "payout-declined">
Die Bank oder der Zahlungsdienst, an den das Geld gehen sollte, hat die Zahlung abgelehnt.
<#on "payout-returned">
Das Geld wurde ausgezahlt, kam aber von der Bank oder dem Zahlungsdienst zu uns zurück.
<#default>
Das Geld konnte nicht dorthin gehen, wo es hin sollte.
</#switch>
Bitte sagen Sie unserem Kundendienst, wohin wir das Geld senden können, und nennen Sie Bestellung und Erstattung.

Erstattung ${refundId}:
<#include "lines.ftl">

<#include "signature.ftl">
