Ihr Erstattungswunsch ${refundId} zur Bestellung ${orderId} wurde storniert

Guten Tag,

die gewünschte Erstattung von ${amount} zur Bestellung ${orderId} vom ${orderedOn} wurde storniert, bevor Geld
ausgezahlt wurde.

Erstattung ${refundId}:
<#include "lines.ftl">

Wenn Sie das nicht veranlasst haben, schreiben Sie bitte unserem Kundendienst und nennen Sie Bestellung und Erstattung.

<#include "signature.ftl">
