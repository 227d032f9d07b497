We need your help to pay out the refund for order ${orderId}

Hello,

your refund of ${amount} for order ${orderId} of ${orderedOn} did not get through.

<#switch code>
<#on "payout-declined">
The bank or the payment service that the money was to go to declined the payment.
<#on "payout-returned">
The money was paid out, but the bank or the payment service sent it back to us.
<#default>
The money could not go where it was meant to.
</#switch>
Please tell our customer service where we can send the money, and name the order and the refund.

Refund ${refundId}:
<#include "lines.ftl">

<#include "signature.ftl">
