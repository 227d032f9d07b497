module refundtool.io/events

go 1.19
