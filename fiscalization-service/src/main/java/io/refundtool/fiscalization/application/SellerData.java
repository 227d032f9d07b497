package io.refundtool.fiscalization.application;

/**
 * Who gives the receipt.
 *
 * @param email the shop's own address; also the client's where a refund names neither e-mail nor phone
 * @param taxSystem FFD tag 1055 in the words of ATOL Online: osn, usn_income, usn_income_outcome, envd, esn, patent
 * @param inn FFD tag 1018
 * @param paymentAddress FFD tag 1187, for a web shop its site
 * @param internet FFD tag 1125, kept in the ledger
 */
public record SellerData(String email, String taxSystem, String inn, String paymentAddress, boolean internet) {}
