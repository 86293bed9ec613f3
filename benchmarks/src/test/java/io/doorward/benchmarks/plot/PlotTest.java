package io.doorward.benchmarks.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PlotTest {

    @Test
    void powersOfTenAreEquallyFarApart() {
        LogScale scale = LogScale.around(List.of(3.0, 4200.0), 0, 400);
        assertThat(scale.tens()).containsExactly(1.0, 10.0, 100.0, 1000.0, 10000.0);
        assertThat(scale.place(1)).isCloseTo(0, within(1e-9));
        assertThat(scale.place(10)).isCloseTo(100, within(1e-9));
        assertThat(scale.place(10_000)).isCloseTo(400, within(1e-9));
    }

    @Test
    void timesHaveTheUnitThatSuitsThem() {
        assertThat(Plot.time(9.46)).isEqualTo("9.5 ns");
        assertThat(Plot.time(10)).isEqualTo("10 ns");
        assertThat(Plot.time(1335)).isEqualTo("1.3 µs");
        assertThat(Plot.time(3_905_400)).isEqualTo("3.9 ms");
    }

    @Test
    void theRawResultsThatAreKeptCanBeDrawn() throws Exception {
        String svg = new Plot(Path.of("results")).draw();
        Document picture =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(picture.getElementsByTagName("polyline").getLength()).isEqualTo(7);
        assertThat(picture.getElementsByTagName("circle").getLength()).isEqualTo(21);
    }
}
