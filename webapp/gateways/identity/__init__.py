"""Who a person is: ЕСИА («Госуслуги»)."""
