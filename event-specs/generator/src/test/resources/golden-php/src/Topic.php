<?php

// Code generated from topics.yaml. DO NOT EDIT.

declare(strict_types=1);

namespace RefundTool\Events;

/** Every topic of events; the value is its name in Kafka. */
enum Topic: string
{
    /** What the shop tells of orders. */
    case ShopOrderV1 = 'shop.order.v1';
}
