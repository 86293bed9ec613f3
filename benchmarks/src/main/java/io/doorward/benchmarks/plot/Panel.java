package io.doorward.benchmarks.plot;

import io.doorward.benchmarks.plot.Line.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One diagram of lines over the size of the policy, both on axes of powers of ten. */
final class Panel {

    private static final int TOP = 64;
    private static final int BOTTOM = 340;
    private static final int LEFT = 64;
    private static final int WIDTH = 280;
    private static final int LABEL_GAP = 15;
    private static final double LEAST_GRANTS = 2e3;
    private static final double MOST_GRANTS = 2e7;

    private final String title;
    private final List<Line> lines;
    private final DoubleFunction<String> unit;
    private final LogScale across;
    private final LogScale up;
    private final StringBuilder svg = new StringBuilder();

    /**
     * @param x where it is in the picture
     * @param unit writes a number of the upright axis
     */
    Panel(String title, int x, List<Line> lines, DoubleFunction<String> unit) {
        this.title = title;
        this.lines = lines;
        this.unit = unit;
        across = new LogScale(LEAST_GRANTS, MOST_GRANTS, x + LEFT, x + LEFT + WIDTH);
        up = LogScale.around(
                lines.stream()
                        .flatMap(line -> line.points().stream())
                        .map(Point::value)
                        .toList(),
                BOTTOM,
                TOP);
    }

    String toSvg() {
        text(across.from(), TOP - 22, "start", "title", title);
        for (double ten : up.tens()) {
            add(
                    "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    across.from(), across.to(), up.place(ten), up.place(ten));
            text(across.from() - 8, up.place(ten) + 4, "end", "tick", unit.apply(ten));
        }
        for (double ten : across.tens()) {
            add(
                    "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
                    across.place(ten), across.place(ten), TOP, BOTTOM);
            text(across.place(ten), BOTTOM + 18, "middle", "tick", grants(ten));
        }
        text((across.from() + across.to()) / 2, BOTTOM + 38, "middle", "tick", "grants in the policy");
        lines.forEach(this::draw);
        label();
        return svg.toString();
    }

    private void draw(Line line) {
        String points = line.points().stream()
                .map(point ->
                        String.format(Locale.ROOT, "%.1f,%.1f", across.place(point.grants()), up.place(point.value())))
                .collect(Collectors.joining(" "));
        add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", points, line.colour());
        for (Point point : line.points()) {
            add(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"><title>%s: %s at %,.0f grants</title></circle>",
                    across.place(point.grants()),
                    up.place(point.value()),
                    line.colour(),
                    line.name(),
                    unit.apply(point.value()),
                    point.grants());
        }
    }

    /** Writes the names at the ends of the lines, from the top down, apart from each other. */
    private void label() {
        List<Line> downwards = new ArrayList<>(lines);
        downwards.sort(Comparator.comparing((Line line) -> line.last().value()).reversed());
        double lowest = 0;
        for (Line line : downwards) {
            double y = Math.max(lowest + LABEL_GAP, up.place(line.last().value()) + 4);
            add(
                    "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s <tspan class=\"number\">%s</tspan></text>",
                    across.to() + 6,
                    y,
                    line.colour(),
                    line.name(),
                    unit.apply(line.last().value()));
            lowest = y;
        }
    }

    private static String grants(double number) {
        return number >= 1e6
                ? String.format(Locale.ROOT, "%.0f M", number / 1e6)
                : String.format(Locale.ROOT, "%.0f k", number / 1e3);
    }

    private void text(double x, double y, String anchor, String kind, String text) {
        add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", kind, x, y, anchor, text);
    }

    private void add(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    /** A picture of some panels. */
    static String picture(String caption, Panel... panels) {
        String body = Stream.of(panels).map(Panel::toSvg).collect(Collectors.joining());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1010 420" font-family="system-ui, sans-serif" font-size="12">
                <style>.grid{stroke:#dde1e6}.title{font-size:15px;font-weight:600;fill:#1f2933}.tick,.number{fill:#52606d}</style>
                <rect width="1010" height="420" rx="8" fill="#ffffff"/>
                """ + body + "<text class=\"tick\" x=\"64\" y=\"406\">" + caption + "</text>\n</svg>\n";
    }
}
