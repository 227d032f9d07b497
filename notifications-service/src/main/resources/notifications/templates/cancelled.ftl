Your refund request ${refundId} for order ${orderId} was cancelled

Hello,

the refund of ${amount} requested for order ${orderId} of ${orderedOn} was cancelled before any money was paid out.

Refund ${refundId}:
<#include "lines.ftl">

If you did not ask for this, please contact our customer service and name the order and the refund.

<#include "signature.ftl">
