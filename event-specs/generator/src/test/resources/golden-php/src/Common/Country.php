<?php

// Code generated from common/types.v1.yaml. DO NOT EDIT.

declare(strict_types=1);

namespace RefundTool\Events\Common;

/** A country. */
enum Country: string
{
    case DE = 'DE';
    case FR = 'FR';
    case NO = 'NO';
}
