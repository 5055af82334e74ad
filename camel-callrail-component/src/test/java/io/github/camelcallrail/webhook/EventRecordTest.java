package io.github.camelcallrail.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.client.RecordJson;
import io.github.camelcallrail.report.CallRailRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How names and values of bodies become fields. */
class EventRecordTest {

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {'duration':'15'}                            | {'duration':15}
            {'duration':15}                              | {'duration':15}
            {'duration':''}                              | {'duration':null}
            {'duration':'soon'}                          | {'duration':'soon'}
            {'duration':'1.5'}                           | {'duration':'1.5'}
            {'duration':'015'}                           | {'duration':'015'}
            {'duration':'99999999999999999999'}          | {'duration':'99999999999999999999'}
            {'duration':'9999999999'}                    | {'duration':9999999999}
            {'duration':[1]}                             | {'duration':[1]}
            {'answered':'false'}                         | {'answered':false}
            {'answered':'yes'}                           | {'answered':'yes'}
            {'answered':null}                            | {'answered':null}
            {'value':''}                                 | {'value':null}
            {'value':'250.00'}                           | {'value':'250.00'}
            {'value':250}                                | {'value':250}
            {'lead_score':45}                            | {'lead_score':'45'}
            {'lead_score':'45'}                          | {'lead_score':'45'}
            {'good_lead_call_id':715587840}              | {'good_lead_call_id':715587840}
            {'good_lead_call_id':'715587840'}            | {'good_lead_call_id':'715587840'}
            {'tags':''}                                  | {'tags':[]}
            {'tags':['']}                                | {'tags':['']}
            {'tags':[{'id':1,'name':'A'}]}               | {'tags':[{'id':1,'name':'A'}]}
            {'waveforms':'','keywords_spotted':''}       | {'keywords_spotted':[],'waveforms':[]}
            {'milestones':'','custom':''}                | {'custom':{},'milestones':null}
            {'keypad_entries':'','speaker_percent':''}   | {'keypad_entries':null,'speaker_percent':null}
            {'conversational_transcript':''}             | {'conversational_transcript':null}
            {'conversational_transcript':'[]'}           | {'conversational_transcript':'[]'}
            {'start_time':'whenever'}                    | {'start_time':'whenever'}
            {'recording_duration':'27'}                  | {'recording_duration':'27'}
            {'id':766970532,'company_id':5,'tracker_id':7} | {'id':'766970532','company_id':'5','tracker_id':'7'}
            {'id':1,'resource_id':'CAL1'}                | {'id':'CAL1'}
            {'resource_id':'CAL1','id':1}                | {'id':'CAL1'}
            {'id':1,'resource_id':''}                    | {'id':'1'}
            {'person_resource_id':''}                    | {'person_id':null}
            {'new_of_tomorrow':'','b':'1'}               | {'new_of_tomorrow':null,'b':'1'}
            {'callername':'Rosa'}                        | {'customer_name':'Rosa'}
            {'callername':'Rosa','customer_name':'Ann'}  | {'customer_name':'Ann'}
            {'callername':'Rosa','customer_name':''}     | {'customer_name':'Rosa'}
            {'callername':'','callernum':''}             | {}
            {'callercity':'Austin','callerstate':'TX','callercountry':'US'} \
            | {'customer_city':'Austin','customer_country':'US','customer_state':'TX'}
            {'trackingnum':'+15125550100','destinationnum':'+15125550142'} \
            | {'business_phone_number':'+15125550142','tracking_phone_number':'+15125550100'}
            {'datetime':'2026-03-02 14:00:00','ip':'192.0.2.1','score':1,'tag':'A','callsource':'x'} | {}
            {'referrer':'x','referrermedium':'x','landingpage':'x','kissmetrics_id':'x'} | {}
            {'utma':'','spam':true,'detail_tags':[]}     | {'spam':true,'detail_tags':[],'utma':null}
            {'type':'outboundpostcall','changes':['note']} | {}
            {'z':1,'note':'n','a':2,'answered':true}     | {'answered':true,'note':'n','z':1,'a':2}
            """)
    void aCallInJson(String body, String record) {
        assertThat(record("application/json", body.replace('\'', '"'), EventKind.POST_CALL))
                .isEqualTo(record);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            duration=15                              | {'duration':15}
            duration=-1                              | {'duration':-1}
            duration=15&duration=16                  | {'duration':16}
            answered=true&first_call=                | {'answered':true,'first_call':null}
            value=250.00                             | {'value':250.00}
            value=250                                | {'value':250}
            value=%24250                             | {'value':'$250'}
            good_lead_call_id=715587840              | {'good_lead_call_id':715587840}
            good_lead_call_id=CAL1                   | {'good_lead_call_id':'CAL1'}
            lead_score=45                            | {'lead_score':'45'}
            note=%5B1%5D                             | {'note':'[1]'}
            note=a&note=b                            | {'note':'b'}
            note                                     | {'note':null}
            note=a%3Db%26c+d%2Be=f                   | {'note':'a=b&c d+e=f'}
            note=%E2%82%AC+%c3%a9                    | {'note':'€ é'}
            note=%00                                 | {'note':'\uFFFD'}
            &&note=a&                                | {'note':'a'}
            =a&note=b                                | {'note':'b','':'a'}
            tags=A                                   | {'tags':['A']}
            tags=A&tags=B                            | {'tags':['A','B']}
            tags%5B%5D=A&tags[]=B                    | {'tags':['A','B']}
            tags=%5B%22A%22%5D                       | {'tags':['A']}
            tags=%5BA                                | {'tags':['[A']}
            tags=A,B                                 | {'tags':['A,B']}
            tags=                                    | {'tags':[]}
            custom=%7B%22a%22%3A1%7D                 | {'custom':{'a':1}}
            custom=%5B%5D                            | {'custom':'[]'}
            custom[a]=1&custom[b]=2                  | {'custom':{'a':'1','b':'2'}}
            custom[a][b]=1&custom[a][c]=2            | {'custom':{'a':{'b':'1','c':'2'}}}
            keywords_spotted[][keyword]=a&keywords_spotted[][keyword]=b \
            | {'keywords_spotted':[{'keyword':'a'},{'keyword':'b'}]}
            keypad_entries=%5B%7B%22name%22%3A%22x%22%7D%5D | {'keypad_entries':[{'name':'x'}]}
            keypad_entries=12                        | {'keypad_entries':'12'}
            custom=1&custom[a]=2                     | {'custom':'1','custom[a]':'2'}
            new=1&new=2                              | {'new':['1','2']}
            new[=1&new]=2                            | {'new[':'1','new]':'2'}
            id=766970532                             | {'id':'766970532'}
            """)
    void aCallInAForm(String body, String record) {
        assertThat(record("application/x-www-form-urlencoded", body, EventKind.POST_CALL))
                .isEqualTo(record);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {'url':'https://example.com/'}                    | {'form_url':'https://example.com/'}
            {'landing':'https://example.com/1','referrer_url':'https://example.org/'} \
            | {'landing_page_url':'https://example.com/1','referring_url':'https://example.org/'}
            {'form_url':'https://example.com/2','url':'x'}    | {'form_url':'https://example.com/2'}
            {'referrer':'google_paid'}                        | {'referrer':'google_paid'}
            {'form_data':{'a':'1','b':'2','a':'3'}}           | {'form_data':{'a':'3','b':'2'}}
            {'form_data':{'a':'','b':{'c':[1]}}}              | {'form_data':{'a':'','b':{'c':[1]}}}
            {'utma':'x','utmz':'y','ga':'z'}                  | {'ga':'z'}
            {'id':12,'first_form':'true','value':'5'}         | {'id':'12','first_form':true,'value':'5'}
            {'fcid':'','timestamp':'2026-03-02T14:00:00Z'} | {'timestamp':'2026-03-02T14:00:00Z','fcid':null}
            """)
    void aFormSubmission(String body, String record) {
        assertThat(record("application/json", body.replace('\'', '"'), EventKind.FORM_SUBMISSION))
                .isEqualTo(record);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            {'resource_id':'CAL1'}                                | CAL1
            {'id':766970532}                                      | 766970532
            {'id':''}                                             | none
            {'id':null}                                           | none
            {'id':true}                                           | none
            {'id':{'a':1}}                                        | none
            {'resource_id':'CAL 1'}                               | none
            {'resource_id':'CAL1\\r\\nX: 1'}                      | none
            {'note':'n'}                                          | none
            """)
    void anIdIsFitForAHeader(String body, String id) {
        assertThat(EventBody.read(
                                body.replace('\'', '"').getBytes(UTF_8),
                                "application/json",
                                Optional.of(EventKind.POST_CALL))
                        .recordId())
                .isEqualTo(Optional.ofNullable(id));
    }

    /** As in records of reports. */
    @Test
    void aNumberHasTheSmallestType() {
        String body = "duration=7&total_calls=9999999999&value=7.50&recording_duration=2147483648";

        assertThat(EventBody.read(
                                body.getBytes(UTF_8),
                                "application/x-www-form-urlencoded",
                                Optional.of(EventKind.POST_CALL))
                        .record())
                .containsEntry("duration", 7)
                .containsEntry("total_calls", 9_999_999_999L)
                .containsEntry("value", new BigDecimal("7.50"))
                .containsEntry("recording_duration", 2_147_483_648L);
    }

    /** Nothing that a record holds can be changed. */
    @Test
    void aRecordIsImmutable() {
        CallRailRecord record = EventBody.read(
                        "tags[]=A&custom[a][b]=1".getBytes(UTF_8),
                        "application/x-www-form-urlencoded",
                        Optional.of(EventKind.POST_CALL))
                .record();

        assertThat(record.get("custom")).isInstanceOf(CallRailRecord.class);
        assertThatThrownBy(() -> ((List<?>) record.get("tags")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aLongIdIsNone() {
        String body = "{\"resource_id\":\"" + "C".repeat(201) + "\"}";

        assertThat(EventBody.read(body.getBytes(UTF_8), "application/json", Optional.of(EventKind.POST_CALL))
                        .recordId())
                .isEmpty();
    }

    private static String record(String type, String body, EventKind kind) {
        return RecordJson.text(EventBody.read(body.getBytes(UTF_8), type, Optional.of(kind))
                        .record())
                .replace('"', '\'');
    }
}
