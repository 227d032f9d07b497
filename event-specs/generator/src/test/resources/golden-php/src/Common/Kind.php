<?php

// Code generated from common/types.v1.yaml. DO NOT EDIT.

declare(strict_types=1);

namespace RefundTool\Events\Common;

/** A kind of parcel. */
enum Kind: string
{
    case Letter = 'letter';
    case BigBox = 'big-box';
}
