package io.github.camelcallrail.quota;

/** The name of an account in messages. Requests that belong to no account look up which accounts there are. */
final class AccountName {

    private AccountName() {}

    static String of(String account) {
        return account.isEmpty() ? "the look-up of accounts" : "account '" + account + "'";
    }
}
