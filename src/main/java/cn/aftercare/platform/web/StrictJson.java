package cn.aftercare.platform.web;

import cn.aftercare.problem.InvalidInputException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * JSON is taken as it is written: a number is no text, no flag, no code and no time. Left alone, Jackson would read
 * channel 0 as PHONE and a bare number as seconds since 1970.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    @Bean
    Jackson2ObjectMapperBuilderCustomizer strictly() {
        return builder -> builder.featuresToDisable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .featuresToEnable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                // Which of two values was meant? And a record already complete has no way to take the second.
                .featuresToEnable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .deserializerByType(String.class, new Text())
                .deserializerByType(OffsetDateTime.class, new Time());
    }

    /** Text that every part of the house can keep: PostgreSQL has no NUL, Word and Excel no other control characters. */
    private static final class Text extends StdScalarDeserializer<String> {

        private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t\n\r]]");

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getText();
            if (CONTROL.matcher(text).find()) {
                String field = parser.getParsingContext()
                        .pathAsPointer()
                        .toString()
                        .substring(1)
                        .replace('/', '.');
                throw new InvalidInputException(field, field + ":不能含有控制字符");
            }
            return text;
        }
    }

    private static final class Time extends StdScalarDeserializer<OffsetDateTime> {

        private static final Pattern NUMBER = Pattern.compile("[-+.\\d\\s]+");

        Time() {
            super(OffsetDateTime.class);
        }

        @Override
        public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, parser);
            }
            if (NUMBER.matcher(parser.getText()).matches()) {
                return (OffsetDateTime)
                        context.handleWeirdStringValue(OffsetDateTime.class, parser.getText(), "not a date-time");
            }
            return InstantDeserializer.OFFSET_DATE_TIME.deserialize(parser, context);
        }
    }
}
