<?php

// Code generated from common/types.v1.yaml. DO NOT EDIT.

declare(strict_types=1);

namespace RefundTool\Events\Common;

/** The limits that have a name in the specs: of texts the least and most code points and a pattern, of numbers the bounds. */
final class Limits
{
    /** An order's id. 1 to 64 characters. */
    public const ORDER_ID = [1, 64, '~^[A-Za-z0-9][A-Za-z0-9._:-]*$~Du'];

    /** A refund's id. 1 to 64 characters. */
    public const REFUND_ID = [1, 64, '~^[A-Za-z0-9-]+$~Du'];

    /** A weight in grams. 0 to 9,223,372,036,854,775,807. */
    public const GRAMS = [0, 9223372036854775807];

    private function __construct()
    {
    }
}
