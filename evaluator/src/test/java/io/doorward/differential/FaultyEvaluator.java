package io.doorward.differential;

import io.doorward.model.Policy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A copy of the evaluator in a class loader of its own, with one source file changed and compiled in memory. */
final class FaultyEvaluator {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    /** One for all faults, since it reads the whole class path; what is written goes into memory instead. */
    private static final StandardJavaFileManager FILES = JAVAC.getStandardFileManager(null, null, null);

    private FaultyEvaluator() {}

    /** Makes candidates with this fault. */
    static Function<Policy, Candidate> with(Fault fault) {
        Map<String, byte[]> classes = compile(fault);
        Constructor<?> constructor;
        try {
            constructor = new CopyLoader(classes)
                    .loadClass(EvaluatorCandidate.class.getName())
                    .getConstructor(Policy.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The copy of the evaluator cannot be loaded", e);
        }
        return policy -> {
            try {
                return (Candidate) constructor.newInstance(policy);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The copy of the evaluator cannot be made", e);
            }
        };
    }

    private static synchronized Map<String, byte[]> compile(Fault fault) {
        Path file = SOURCES.resolve(fault.typeName().replace('.', '/') + ".java");
        StringWriter problems = new StringWriter();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        try {
            String source = fault.plantIn(Files.readString(file));
            boolean good = JAVAC.getTask(
                            problems,
                            new InMemory(classes),
                            null,
                            List.of("-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path")),
                            null,
                            List.of(new Source(file.toUri(), source)))
                    .call();
            if (!good) {
                throw new IllegalStateException(
                        "The fault against \"" + fault.sentence() + "\" does not compile: " + problems);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> bytes = new HashMap<>();
        classes.forEach((name, stream) -> bytes.put(name, stream.toByteArray()));
        return bytes;
    }

    /** Source text instead of a file. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(URI uri, String text) {
            super(uri, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what the compiler writes. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> classes;

        InMemory(Map<String, ByteArrayOutputStream> classes) {
            super(FILES);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                }
            };
        }
    }

    /** Loads the evaluator's packages and the candidate anew, and shares everything else with the tests. */
    private static final class CopyLoader extends ClassLoader {

        private static final List<String> COPIED = List.of(
                "io.doorward.index.",
                "io.doorward.evaluator.",
                "io.doorward.follow.",
                "io.doorward.explain.",
                EvaluatorCandidate.class.getName());

        private final Map<String, byte[]> changed;

        CopyLoader(Map<String, byte[]> changed) {
            super(FaultyEvaluator.class.getClassLoader());
            this.changed = changed;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (COPIED.stream().noneMatch(name::startsWith)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = changed.containsKey(name) ? changed.get(name) : bytesOf(name);
            return defineClass(name, bytes, 0, bytes.length);
        }

        private byte[] bytesOf(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
