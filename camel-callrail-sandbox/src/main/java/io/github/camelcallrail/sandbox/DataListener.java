package io.github.camelcallrail.sandbox;

/** Is told what a program changes in the records, while the data is locked; not what a sandbox starts with. */
interface DataListener {

    /** Does nothing. */
    DataListener NONE = new DataListener() {
        @Override
        public void added(AccountRecords account, String report, StoredRecord record) {}

        @Override
        public void edited(AccountRecords account, String report, StoredRecord before, StoredRecord after) {}

        @Override
        public void childAdded(AccountRecords account, String children, StoredRecord parent, StoredRecord child) {}
    };

    void added(AccountRecords account, String report, StoredRecord record);

    void edited(AccountRecords account, String report, StoredRecord before, StoredRecord after);

    void childAdded(AccountRecords account, String children, StoredRecord parent, StoredRecord child);
}
