package io.github.camelcallrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.client.JsonLimits;
import io.github.camelcallrail.client.ObjectReader;
import io.github.camelcallrail.client.RecordJson;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our URL is {@code OUR} in these tables, and {@code OLD} is the same place with another query. */
class WebhookConfigTest {

    private static final EventUrl URL =
            EventUrl.of("https://hooks.example.com/h", new EventMark(EventKind.POST_CALL, "COM1"));
    private static final String OUR = URL.text();
    private static final String OLD = "https://hooks.example.com/h?token=1&event=post-call&company=COM1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                       | {'post_call_webhook':['OUR']}",
                "{'post_call_webhook':null}               | {'post_call_webhook':['OUR']}",
                "{'post_call_webhook':''}                 | {'post_call_webhook':['OUR']}",
                "{'post_call_webhook':[]}                 | {'post_call_webhook':['OUR']}",
                "{'post_call_webhook':'http://b/'}        | {'post_call_webhook':['http://b/','OUR']}",
                "{'post_call_webhook':['http://b/','c']}  | {'post_call_webhook':['http://b/','c','OUR']}",
                "{'post_call_webhook':['b','b']}          | {'post_call_webhook':['b','b','OUR']}",
                "{'post_call_webhook':['OLD','b']}        | {'post_call_webhook':['OUR','b']}",
                "{'post_call_webhook':['OLD','b','OUR']}  | {'post_call_webhook':['OUR','b']}",
                "{'post_call_webhook':['OUR','b','OLD']}  | {'post_call_webhook':['OUR','b']}",
                "{'post_call_webhook':'OLD'}              | {'post_call_webhook':['OUR']}",
                "{'post_call_webhook':'OUR'}              | {'post_call_webhook':'OUR'}",
                "{'post_call_webhook':['b','OUR']}        | {'post_call_webhook':['b','OUR']}",
                "{'post_call_webhook':[1,{'url':'b'}]}    | {'post_call_webhook':[1,{'url':'b'},'OUR']}",
                "{'z':{'b':[1.50],'a':null},'pre_call_webhook':['OUR'],'y':7} |"
                        + " {'z':{'b':[1.50],'a':null},'pre_call_webhook':['OUR'],'y':7,'post_call_webhook':['OUR']}",
            })
    void ourUrlIsAddedOnceAndNothingElseChanges(String before, String after) throws IOException {
        assertThat(json(config(before).with(URL))).isEqualTo(resolved(after));
        assertThat(config(after).with(URL)).isEqualTo(config(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                       | {}",
                "{'post_call_webhook':['OUR']}            | {'post_call_webhook':[]}",
                "{'post_call_webhook':'OLD'}              | {'post_call_webhook':[]}",
                "{'post_call_webhook':['b','OLD',3,'OUR'],'x':1} | {'post_call_webhook':['b',3],'x':1}",
                "{'post_call_webhook':'b'}                | {'post_call_webhook':'b'}",
                "{'pre_call_webhook':['OUR']}             | {'pre_call_webhook':['OUR']}",
            })
    void onlyOurUrlIsRemoved(String before, String after) throws IOException {
        assertThat(json(config(before).without(URL))).isEqualTo(resolved(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // now | written before | both
                "{'a':['1']}       | {}                          | {'a':['1']}",
                "{'a':['1']}       | {'a':['2','1']}             | {'a':['1','2']}",
                "{'a':['2','1']}   | {'a':['1','2']}             | {'a':['2','1']}",
                "{'a':'1'}         | {'a':['2']}                 | {'a':['1','2']}",
                "{'a':null}        | {'a':['2','2']}             | {'a':['2']}",
                "{'a':{'n':1}}     | {'a':['2']}                 | {'a':{'n':1}}",
                "{'a':['1']}       | {'a':{'n':1},'b':{'n':1}}   | {'a':['1'],'b':{'n':1}}",
                "{}                | {'a':[],'b':null,'c':''}    | {}",
                "{}                | {'a':['1'],'b':true}        | {'a':['1'],'b':true}",
            })
    void whatIsGoneComesBack(String now, String written, String both) throws IOException {
        assertThat(json(config(now).including(config(written)))).isEqualTo(resolved(both));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'post_call_webhook':{'url':'b'}}", "{'post_call_webhook':true}"})
    void anythingElseIsNotOverwritten(String config) {
        assertThatThrownBy(() -> config(config).with(URL))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.MALFORMED))
                .hasMessageContaining("'post_call_webhook'");
    }

    @Test
    void itCannotBeChanged() throws IOException {
        WebhookConfig config = config("{'post_call_webhook':['b']}").with(URL);

        assertThatThrownBy(() -> config.entries().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) config.entries().get("post_call_webhook")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(config).hasToString("WebhookConfig[post_call_webhook]");
    }

    private static WebhookConfig config(String json) throws IOException {
        try (var parser = JsonLimits.parser(resolved(json))) {
            parser.nextToken();
            return new WebhookConfig((CallRailRecord) ObjectReader.value(parser));
        }
    }

    private static String json(WebhookConfig config) {
        return RecordJson.text(config.json());
    }

    private static String resolved(String json) {
        return json.replace('\'', '"').replace("OUR", OUR).replace("OLD", OLD);
    }
}
