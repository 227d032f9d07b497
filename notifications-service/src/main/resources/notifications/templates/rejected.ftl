Your refund request ${refundId} for order ${orderId} was declined

Hello,

we cannot pay the refund you asked for on order ${orderId} of ${orderedOn}.

<#switch code>
<#on "NOTHING_TO_REFUND">
The request does not name an amount to be refunded.
<#on "QUANTITY_EXCEEDED">
More pieces were to be refunded than the order has left.
<#on "AMOUNT_EXCEEDED">
More money was to be refunded than was paid and has not been refunded yet.
<#on "NOT_CLARIFIED">
We asked you how we can pay the money out and did not get an answer in time.
<#default>
Our customer service looked at the request and could not accept it.
</#switch>

Refund ${refundId}: ${amount}
<#include "lines.ftl">

If you think this is wrong, please answer our customer service and name the order and the refund.

<#include "signature.ftl">
