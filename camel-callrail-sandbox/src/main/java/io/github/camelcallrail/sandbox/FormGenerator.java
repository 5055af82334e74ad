package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Generates form submissions. */
final class FormGenerator {

    private static final List<String> FORMS = List.of("Contact us", "Request a quote", "Book a visit");
    private static final List<String> MESSAGES = List.of(
            "What would it cost?",
            "Is Thursday possible?",
            "How long is the wait?",
            "Zażółć gęślą jaźń, s'il vous plaît");

    private FormGenerator() {}

    static void fill(RecordDraft form, AccountRecords account, Instant at) {
        SplittableRandom random = account.random();
        TrackingLine line = TrackingLine.of(form, account);
        Person person = account.anybody();
        boolean anonymous = random.nextInt(10) == 0;
        String id = form.putText("id", Ids.timeOrdered("FRM", at, random));
        form.put("company_id", line.companyId());
        form.put("company_name", line.companyName());
        form.put("person_id", anonymous ? "anonymous" : person.id());
        form.put("submitted_at", Times.utcMillis(at));
        form.put("first_form", random.nextInt(100) < 70);

        int which = random.nextInt(FORMS.size());
        form.put("form_name", FORMS.get(which));
        String page = line.site() + "/form-" + (which + 1);
        form.put("form_url", page);
        // The API uses this field only as a filter of the summary.
        form.put("custom_form_id", Ids.timeOrdered("FOR", Instant.EPOCH, new SplittableRandom(page.hashCode())));
        String name = form.putText("customer_name", anonymous ? null : person.name());
        String phone = form.putText("customer_phone_number", anonymous ? null : person.phone());
        String email = form.putText("customer_email", anonymous ? null : person.email());
        form.put("person_email", email);
        form.put("formatted_customer_name", name);
        form.put("formatted_customer_phone_number", Person.dashed(phone));
        form.put(
                "form_data",
                Fields.of("name", name, "email", email, "message", MESSAGES.get(random.nextInt(MESSAGES.size()))));

        String status = form.putText(
                "lead_status",
                Arrays.asList("good_lead", "not_a_lead", null, null).get(random.nextInt(4)));
        boolean lead = "good_lead".equals(status);
        Attribution.putForm(form, line, at, lead, random);
        form.put("note", null);
        form.put("value", lead ? (Object) (100 + 10 * random.nextInt(30)) : null);
        form.put("tags", TagLabels.any(random));
        form.put("detail_tags", List.of());
        form.put("blocked_number", false);
        form.put("timeline_url", "https://app.callrail.com/form_captures/" + id);
    }
}
