package io.doorward.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules that keep the modules easy to find one's way in, checked on the compiled classes. */
class ArchitectureTest {

    /** Words that say how code is used and not what it is about. */
    private static final String EMPTY_WORDS = "[Uu]tils?|[Uu]tilit(y|ies)|[Ii]mpl|[Cc]ommons?|[Mm]anagers?|[Hh]elpers?";

    /** A whole word of a camel-case name: "Commons" and "TokenHelper", but not "Implication". */
    private static final Pattern EMPTY_CLASS_NAME =
            Pattern.compile("(?:^|.*[a-z0-9])(?:" + EMPTY_WORDS + ")(?:[A-Z0-9].*|$)");

    private static final Pattern EMPTY_PACKAGE_NAME = Pattern.compile("(?:.*\\.)?(?:" + EMPTY_WORDS + ")(?:\\..*)?");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.doorward");

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("io.doorward.(**)").should().beFreeOfCycles());
    }

    @Test
    void coreKnowsNothingOfTheEvaluator() {
        check(noClasses()
                .that()
                .resideInAnyPackage(packagesOf("core"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packagesOf("evaluator")));
    }

    @Test
    void classesAreNamedByWhatTheyAreAbout() {
        assertThat(CLASSES)
                .extracting(JavaClass::getSimpleName)
                .as("class names that say nothing of their subject")
                .noneMatch(name -> EMPTY_CLASS_NAME.matcher(name).matches());
    }

    @Test
    void packagesAreNamedByWhatTheyAreAbout() {
        assertThat(CLASSES)
                .extracting(JavaClass::getPackageName)
                .as("package names that say nothing of their subject")
                .noneMatch(name -> EMPTY_PACKAGE_NAME.matcher(name).matches());
    }

    @Test
    void jacksonLoadsOnlyWhenJsonIsUsed() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.doorward.document..",
                        "io.doorward.json..",
                        "io.doorward.policytest..",
                        "io.doorward.store.file..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.."));
    }

    @Test
    void everyPackageSaysWhereNullMayBe() {
        check(classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class));
        for (String module : new String[] {"core", "evaluator"}) {
            assertThat(CLASSES.stream()
                            .filter(type -> type.getSimpleName().equals("package-info"))
                            .map(JavaClass::getPackageName))
                    .as("packages of %s that have a package-info", module)
                    .contains(packagesOf(module));
        }
    }

    @Test
    void nothingStaticIsAssignedTwice() {
        check(fields().that().areStatic().should().beFinal());
    }

    @Test
    void standardStreamsBelongToTheHost() {
        check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
        check(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static String[] packagesOf(String module) {
        return SourceTree.of(module).packages().toArray(String[]::new);
    }
}
