module refundtool.io/events-tests

go 1.19

require refundtool.io/events v0.0.0

replace refundtool.io/events => ../../../target/go
