package io.github.camelcallrail.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of a webhook on a form submission, with real nulls. Source: third-party live observation. */
final class FormWebhookBody {

    private static final List<String> SAME_IN_THE_API = List.of(
            "lead_status", "form_data", "form_url", "source", "keywords", "campaign", "medium", "landing_page_url");

    private FormWebhookBody() {}

    static Map<String, Object> of(AccountRecords account, StoredRecord form) {
        Map<String, Object> body = new LinkedHashMap<>();
        String person = form.text("person_id");
        String submitted = Times.millis(
                Times.instant("submitted_at", form.get("submitted_at")),
                Zones.ofCompany(account, form.get("company_id")));
        body.put("resource_id", form.id());
        body.put("company_id", Ids.numeric(form.text("company_id")));
        body.put("company_resource_id", form.get("company_id"));
        body.put("person_resource_id", person);
        SAME_IN_THE_API.forEach(name -> body.put(name, form.get(name)));
        // Each of these is there twice, under an old name and a new one.
        body.put("url", form.get("form_url"));
        body.put("landing", form.get("landing_page_url"));
        body.put("referrer", form.get("referrer"));
        body.put("referrer_url", form.get("referring_url"));
        body.put("referring_url", form.get("referring_url"));
        body.put("timeline_url", WebhookTimeline.url(account, person, form.id(), "form_capture"));
        List.of("utm_source", "utm_medium", "utm_campaign").forEach(name -> body.put(name, form.get(name)));
        body.put("submitted_at", submitted);
        body.put("first_form", form.get("first_form"));
        List.of("utma", "utmb", "utmc", "utmv", "utmz", "ga", "session_uuid").forEach(name -> body.put(name, null));
        body.put("created_at", submitted);
        body.put("updated_at", submitted);
        body.put("hidden", null);
        body.put("fcid", null);
        body.put("timestamp", submitted);
        return body;
    }
}
