package dev.rapport.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ObservingHandlerTest {
  @Test
  void everyMethodIsPassedOn_soThatNoneOfALaterVersionIsLost() throws Exception {
    for (Method method : StreamingChatResponseHandler.class.getMethods()) {
      Method own = ObservingHandler.class.getMethod(method.getName(), method.getParameterTypes());

      assertThat(own.getDeclaringClass())
          .as(method.getName() + Arrays.toString(method.getParameterTypes()))
          .isEqualTo(ObservingHandler.class);
    }
  }
}
