Ihr Erstattungswunsch ${refundId} zur Bestellung ${orderId} wurde abgelehnt

Guten Tag,

die gewünschte Erstattung zur Bestellung ${orderId} vom ${orderedOn} können wir nicht auszahlen.

<#switch code>
<#on "NOTHING_TO_REFUND">
Es wurde kein Betrag genannt, der erstattet werden soll.
<#on "QUANTITY_EXCEEDED">
Es sollten mehr Stück erstattet werden, als von der Bestellung noch übrig sind.
<#on "AMOUNT_EXCEEDED">
Es sollte mehr Geld erstattet werden, als bezahlt und noch nicht erstattet wurde.
<#on "NOT_CLARIFIED">
Wir haben Sie gefragt, wie wir das Geld auszahlen können, und keine rechtzeitige Antwort erhalten.
<#default>
Unser Kundendienst hat den Wunsch geprüft und konnte ihn nicht annehmen.
</#switch>

Erstattung ${refundId}: ${amount}
<#include "lines.ftl">

Wenn Sie das für einen Fehler halten, schreiben Sie bitte unserem Kundendienst und nennen Sie Bestellung und Erstattung.

<#include "signature.ftl">
