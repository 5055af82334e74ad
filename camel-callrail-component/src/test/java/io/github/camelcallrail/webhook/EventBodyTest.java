package io.github.camelcallrail.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelcallrail.client.RecordJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an event is about, for each kind, in both content types, marked and not. */
class EventBodyTest {

    private static final String CALL_IDS =
            "'company_id':77,'resource_id':'CAL1','company_resource_id':'COM1','tracker_resource_id':'TRK1',"
                    + "'person_resource_id':'PER1'";
    private static final String CALL_IDS_OF_FORM = "company_id=77&resource_id=CAL1&company_resource_id=COM1"
            + "&tracker_resource_id=TRK1&person_resource_id=PER1";
    private static final String START = "2026-03-02T08:00:00.500-06:00";
    private static final String START_OF_FORM = "2026-03-02T08%3A00%3A00.500-06%3A00";

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments(
                        EventKind.PRE_CALL,
                        "{'answered':false,'call_type':'missed','direction':'inbound','duration':'0',"
                                + "'customer_name':'','start_time':'" + START + "'," + CALL_IDS + "}",
                        "answered=false&call_type=missed&direction=inbound&duration=0&customer_name=&start_time="
                                + START_OF_FORM + "&" + CALL_IDS_OF_FORM,
                        "{'answered':false,'customer_name':null,'direction':'inbound','duration':0,'id':'CAL1',"
                                + "'start_time':'" + START + "','call_type':'missed','company_id':'COM1',"
                                + "'person_id':'PER1','tracker_id':'TRK1'}",
                        "CAL1"),
                arguments(
                        EventKind.ROUTING_COMPLETE,
                        "{'answered':false,'call_type':'missed','direction':'inbound','duration':'0',"
                                + "'business_phone_number':'+15125550142','tags':[],'start_time':'" + START + "',"
                                + CALL_IDS + "}",
                        "answered=false&call_type=missed&direction=inbound&duration=0"
                                + "&business_phone_number=%2B15125550142&tags=&start_time=" + START_OF_FORM + "&"
                                + CALL_IDS_OF_FORM,
                        "{'answered':false,'business_phone_number':'+15125550142','direction':'inbound','duration':0,"
                                + "'id':'CAL1','start_time':'" + START + "','call_type':'missed',"
                                + "'company_id':'COM1','person_id':'PER1','tags':[],'tracker_id':'TRK1'}",
                        "CAL1"),
                arguments(
                        EventKind.POST_CALL,
                        "{'answered':true,'call_type':'answered','direction':'inbound','duration':'61','note':'',"
                                + "'recording':'','recording_duration':60,'tags':['A','B'],'value':'','spam':false,"
                                + "'start_time':'" + START + "','callernum':'+15125550142'," + CALL_IDS + "}",
                        "answered=true&call_type=answered&direction=inbound&duration=61&note=&recording="
                                + "&recording_duration=60&tags[]=A&tags[]=B&value=&spam=false&start_time="
                                + START_OF_FORM + "&callernum=%2B15125550142&" + CALL_IDS_OF_FORM,
                        "{'answered':true,'customer_phone_number':'+15125550142','direction':'inbound',"
                                + "'duration':61,'id':'CAL1','recording':null,'recording_duration':60,"
                                + "'start_time':'" + START + "','call_type':'answered','company_id':'COM1',"
                                + "'note':null,'person_id':'PER1','tags':['A','B'],'tracker_id':'TRK1','value':null,"
                                + "'spam':false}",
                        "CAL1"),
                arguments(
                        EventKind.CALL_MODIFIED,
                        "{'direction':'inbound','duration':'61','note':'Call back','start_time':'" + START + "',"
                                + "'changes':['note','tags']," + CALL_IDS + "}",
                        "direction=inbound&duration=61&note=Call+back&start_time=" + START_OF_FORM
                                + "&changes=note,tags&" + CALL_IDS_OF_FORM,
                        "{'direction':'inbound','duration':61,'id':'CAL1','start_time':'" + START + "',"
                                + "'company_id':'COM1','note':'Call back','person_id':'PER1','tracker_id':'TRK1'}",
                        "CAL1"),
                arguments(
                        EventKind.OUTBOUND_POST_CALL,
                        "{'answered':'true','first_call':'false','type':'outboundpostcall','call_type':'outbound',"
                                + "'direction':'outbound','duration':'9','start_time':'" + START + "'," + CALL_IDS
                                + "}",
                        "answered=true&first_call=false&type=outboundpostcall&call_type=outbound&direction=outbound"
                                + "&duration=9&start_time=" + START_OF_FORM + "&" + CALL_IDS_OF_FORM,
                        "{'answered':true,'direction':'outbound','duration':9,'id':'CAL1','start_time':'" + START
                                + "','call_type':'outbound','company_id':'COM1','first_call':false,"
                                + "'person_id':'PER1','tracker_id':'TRK1'}",
                        "CAL1"),
                arguments(
                        EventKind.OUTBOUND_CALL_MODIFIED,
                        "{'direction':'outbound','duration':'9','start_time':'" + START + "','changes':['note','tags'],"
                                + CALL_IDS + "}",
                        "direction=outbound&duration=9&start_time=" + START_OF_FORM
                                + "&changes=%5B%22note%22%2C%22tags%22%5D&" + CALL_IDS_OF_FORM,
                        "{'direction':'outbound','duration':9,'id':'CAL1','start_time':'" + START + "',"
                                + "'company_id':'COM1','person_id':'PER1','tracker_id':'TRK1'}",
                        "CAL1"),
                arguments(
                        EventKind.TEXT_MESSAGE_RECEIVED,
                        "{'resource_id':'SCI1','source_number':'***0142','destination_number':'***0100',"
                                + "'lead_status':null,'conversation_id':'c1','thread_resource_id':'SMT1',"
                                + "'company_id':77,'company_resource_id':'COM1','person_id':'PER1',"
                                + "'person_resource_id':'PER1','message_type':'mms','media_urls':[],'content':'',"
                                + "'timestamp':'" + START + "'}",
                        "resource_id=SCI1&source_number=***0142&destination_number=***0100&lead_status="
                                + "&conversation_id=c1&thread_resource_id=SMT1&company_id=77&company_resource_id=COM1"
                                + "&person_id=PER1&person_resource_id=PER1&message_type=mms&media_urls=&content="
                                + "&timestamp=" + START_OF_FORM,
                        "{'id':'SCI1','content':'','media_urls':[],'conversation_id':'c1','thread_id':'SMT1',"
                                + "'message_type':'mms','source_number':'***0142','destination_number':'***0100',"
                                + "'lead_status':null,'company_id':'COM1','person_id':'PER1','timestamp':'" + START
                                + "'}",
                        "SCI1"),
                arguments(
                        EventKind.TEXT_MESSAGE_SENT,
                        "{'resource_id':'SCI2','company_resource_id':'COM1','message_type':'sms',"
                                + "'media_urls':['https://example.com/a'],'content':'[Hello]','agent':'Kim',"
                                + "'timestamp':'" + START + "'}",
                        "resource_id=SCI2&company_resource_id=COM1&message_type=sms"
                                + "&media_urls=https%3A%2F%2Fexample.com%2Fa&content=%5BHello%5D&agent=Kim&timestamp="
                                + START_OF_FORM,
                        "{'id':'SCI2','content':'[Hello]','media_urls':['https://example.com/a'],"
                                + "'message_type':'sms','company_id':'COM1','agent':'Kim','timestamp':'" + START
                                + "'}",
                        "SCI2"),
                arguments(
                        EventKind.FORM_SUBMISSION,
                        "{'resource_id':'FRM1','company_id':77,'company_resource_id':'COM1',"
                                + "'person_resource_id':'PER1','form_data':{'name':'A','name':'Rosa','size':''},"
                                + "'url':'https://example.com/f','form_url':'https://example.com/f','landing':null,"
                                + "'landing_page_url':null,'referrer':'direct','referrer_url':null,"
                                + "'referring_url':null,'submitted_at':'" + START + "','first_form':true,"
                                + "'utma':null,'hidden':null}",
                        "resource_id=FRM1&company_id=77&company_resource_id=COM1&person_resource_id=PER1"
                                + "&form_data[name]=A&form_data[name]=Rosa&form_data[size]="
                                + "&url=https%3A%2F%2Fexample.com%2Ff&form_url=https%3A%2F%2Fexample.com%2Ff&landing="
                                + "&landing_page_url=&referrer=direct&referrer_url=&referring_url=&submitted_at="
                                + START_OF_FORM + "&first_form=true&utma=&hidden=",
                        "{'id':'FRM1','company_id':'COM1','person_id':'PER1','form_data':{'name':'Rosa','size':''},"
                                + "'form_url':'https://example.com/f','landing_page_url':null,'referrer':'direct',"
                                + "'referring_url':null,'submitted_at':'" + START + "','first_form':true,"
                                + "'hidden':null}",
                        "FRM1"),
                arguments(
                        EventKind.CONVERT_ASSIST_COMPLETE,
                        "{'person_resource_id':'PER1','company_resource_id':'COM1',"
                                + "'last_interaction_resource_id':'CAL7','last_interaction_type':'Call',"
                                + "'answers':[{'answer_key':'Coaching','answer_text':'Listen'}],"
                                + "'interaction_count':3,'timestamp':'" + START + "'}",
                        "person_resource_id=PER1&company_resource_id=COM1&last_interaction_resource_id=CAL7"
                                + "&last_interaction_type=Call&answers[][answer_key]=Coaching"
                                + "&answers[][answer_text]=Listen&interaction_count=3&timestamp=" + START_OF_FORM,
                        "{'person_id':'PER1','company_id':'COM1','last_interaction_resource_id':'CAL7',"
                                + "'last_interaction_type':'Call',"
                                + "'answers':[{'answer_key':'Coaching','answer_text':'Listen'}],"
                                + "'interaction_count':3,'timestamp':'" + START + "'}",
                        "CAL7"),
                arguments(
                        EventKind.VOICE_ASSIST_CALL_ANSWERED,
                        "{'call_id':'CAL8','person_id':'PER1','tracking_number':'+15125550100','timestamp':'" + START
                                + "'}",
                        "call_id=CAL8&person_id=PER1&tracking_number=%2B15125550100&timestamp=" + START_OF_FORM,
                        "{'call_id':'CAL8','person_id':'PER1','tracking_number':'+15125550100','timestamp':'" + START
                                + "'}",
                        "CAL8"),
                arguments(
                        EventKind.VOICE_ASSIST_MESSAGE,
                        "{'call_id':'CAL9','company_resource_id':'COM1','purpose':'quote','timestamp':'" + START + "'}",
                        "call_id=CAL9&company_resource_id=COM1&purpose=quote&timestamp=" + START_OF_FORM,
                        "{'call_id':'CAL9','company_id':'COM1','timestamp':'" + START + "','purpose':'quote'}",
                        "CAL9"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void theRecordHasTheShapeOfTheApi(EventKind kind, String json, String form, String record, String id) {
        for (WebhookEvent event : List.of(marked(kind, json), fromForm(kind, form))) {
            assertThat(RecordJson.text(event.record())).isEqualTo(quoted(record));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void theEventSaysWhatItIsAbout(EventKind kind, String json, String form, String record, String id) {
        boolean modified = kind == EventKind.CALL_MODIFIED || kind == EventKind.OUTBOUND_CALL_MODIFIED;
        for (WebhookEvent event : List.of(marked(kind, json), fromForm(kind, form))) {
            assertThat(event.kind()).contains(kind);
            assertThat(event.recordId()).contains(id);
            assertThat(event.companyId())
                    .isEqualTo(kind == EventKind.VOICE_ASSIST_CALL_ANSWERED ? Optional.empty() : Optional.of("COM1"));
            assertThat(event.changes()).isEqualTo(modified ? List.of("note", "tags") : List.of());
            assertThat(event.time()).contains(Instant.parse("2026-03-02T14:00:00.500Z"));
        }
    }

    /** The body of a message of Voice Assist is not known well enough. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void theKindIsRecognised(EventKind kind, String json, String form, String record, String id) {
        Optional<EventKind> recognised = kind == EventKind.VOICE_ASSIST_MESSAGE ? Optional.empty() : Optional.of(kind);

        WebhookEvent event = EventBody.read(bytes(quoted(json)), "application/json", Optional.empty());
        assertThat(event.kind()).isEqualTo(recognised);
        assertThat(EventBody.read(bytes(form), "application/x-www-form-urlencoded", Optional.empty())
                        .kind())
                .isEqualTo(recognised);
        recognised.ifPresent(same -> assertThat(event).isEqualTo(marked(kind, json)));
    }

    @Test
    void everyKindHasABody() {
        assertThat(bodies().map(arguments -> arguments.get()[0]))
                .containsExactlyInAnyOrder((Object[]) EventKind.values());
    }

    @Test
    void aMarkCountsMoreThanTheBody() {
        WebhookEvent event = marked(EventKind.POST_CALL, "{'resource_id':'CAL1','call_type':'missed','duration':'0'}");

        assertThat(event.kind()).contains(EventKind.POST_CALL);
        assertThat(event.recordId()).contains("CAL1");
    }

    @Test
    void whatIsNotKnownIsKept() {
        WebhookEvent event = EventBody.read(
                bytes("{\"what\":{\"x\":[1,\"\"]},\"resource_id\":\"NEW1\",\"company_id\":77,\"changes\":[\"x\"]}"),
                "application/json",
                Optional.empty());

        assertThat(event.kind()).isEmpty();
        assertThat(event.recordId()).contains("NEW1");
        assertThat(event.companyId()).contains("77");
        assertThat(event.changes()).isEmpty();
        assertThat(event.time()).isEmpty();
        assertThat(RecordJson.text(event.record()))
                .isEqualTo(quoted("{'id':'NEW1','company_id':'77','what':{'x':[1,'']},'changes':['x']}"));
    }

    @Test
    void itsTextHasNoPersonalData() {
        WebhookEvent event = marked(
                EventKind.POST_CALL,
                "{'resource_id':'CAL1','customer_name':'Rosa','callernum':'+15125550142','start_time':'" + START
                        + "'}");

        assertThat(event).hasToString("event post-call on CAL1 of no company at 2026-03-02T14:00:00.500Z");
    }

    private static WebhookEvent marked(EventKind kind, String json) {
        return EventBody.read(bytes(quoted(json)), "application/json", Optional.of(kind));
    }

    private static WebhookEvent fromForm(EventKind kind, String form) {
        return EventBody.read(bytes(form), "application/x-www-form-urlencoded", Optional.of(kind));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
