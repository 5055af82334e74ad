package io.github.camelcallrail.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules by which the kind of an event follows from its body, one by one. */
class EventRecognitionTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            {'form_data':{}}                                                  | form-submission
            {'submitted_at':'2026-03-02T14:00:00Z'}                           | form-submission
            {'form_data':{},'message_type':'sms','call_type':'missed'}        | form-submission
            {'message_type':'sms'}                                            | text-message-received
            {'message_type':'sms','agent':'Kim'}                              | text-message-sent
            {'message_type':'sms','agent':null}                               | text-message-sent
            {'source_number':'***0142','destination_number':'***0100'}        | text-message-received
            {'source_number':'***0142'}                                       | none
            {'answers':[]}                                                    | convert-assist-complete
            {'call_id':1,'person_id':1,'tracking_number':1,'timestamp':1}     | voice-assist-call-answered
            {'call_id':1,'person_id':1,'tracking_number':1,'timestamp':1,'x':1} | none
            {'call_id':1,'person_id':1,'tracking_number':1}                   | none
            {'call_type':'missed'}                                            | pre-call
            {'direction':'inbound','duration':'0'}                            | pre-call
            {'direction':'inbound','duration':''}                             | pre-call
            {'direction':'inbound','duration':null}                           | pre-call
            {'call_type':'missed','answered':false,'destinationnum':''}       | pre-call
            {'call_type':'missed','destinationnum':'+15125550142'}            | routing-complete
            {'call_type':'missed','business_phone_number':''}                 | routing-complete
            {'call_type':'in_progress','answered':true}                       | routing-complete
            {'call_type':'in_progress','answered':'true'}                     | routing-complete
            {'call_type':'missed','duration':'9'}                             | post-call
            {'call_type':'missed','duration':9}                               | post-call
            {'call_type':'missed','duration':'0','recording':''}              | post-call
            {'call_type':'missed','duration':'0','transcription':''}          | post-call
            {'call_type':'missed','duration':'0','note':''}                   | post-call
            {'call_type':'missed','duration':'0','lead_status':''}            | post-call
            {'call_type':'missed','duration':'0','value':''}                  | post-call
            {'call_type':'missed','changes':[]}                               | call-modified
            {'call_type':'missed','changes':''}                               | call-modified
            {'direction':'outbound','duration':'0'}                           | outbound-post-call
            {'call_type':'outbound'}                                          | outbound-post-call
            {'type':'outboundpostcall'}                                       | outbound-post-call
            {'direction':'outbound','duration':'1','changes':['note']}        | outbound-call-modified
            {'call_type':'outbound','changes':['note']}                       | outbound-call-modified
            {'direction':'inbound'}                                           | none
            {'duration':'5'}                                                  | none
            {'type':'other'}                                                  | none
            {'changes':['note']}                                              | none
            {'resource_id':'CAL1'}                                            | none
            {}                                                                | none
            """)
    void aKindFollowsFromTheBody(String body, String kind) {
        WebhookEvent event =
                EventBody.read(body.replace('\'', '"').getBytes(UTF_8), "application/json", Optional.empty());

        assertThat(event.kind().map(EventKind::text)).isEqualTo(Optional.ofNullable(kind));
    }
}
