package io.github.camelcallrail.quota;

import org.junit.jupiter.api.BeforeEach;

class CountedRequestBudgetTest extends RequestBudgetContract {

    private CountedRequestBudget budget;

    @Override
    RequestBudget budget() {
        return budget;
    }

    @Override
    @BeforeEach
    void reset() {
        budget = new CountedRequestBudget();
    }

    @Override
    int schedules() {
        return 500;
    }
}
