package io.doorward.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DirectiveTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sources of one module of this repository, as far as the tests of this package ask about them. */
record SourceTree(NavigableSet<String> packages, NavigableSet<String> exportedPackages, List<SourceType> types) {

    /** A type in the sources: its name with dots, also for a nested type. */
    record SourceType(String packageName, String name, boolean isPublic, boolean documented) {}

    /** The folder that holds all modules. */
    static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("core/src")) || !Files.isDirectory(folder.resolve("evaluator/src"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("No folder above " + Path.of("").toAbsolutePath()
                        + " holds core and evaluator. Run the tests inside the repository.");
            }
        }
        return folder;
    }

    /** Parses all main sources of a module, its declaration included. */
    static SourceTree of(String module) {
        Path root = repository().resolve(module).resolve("src/main/java");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(root)) {
            List<Path> sources = paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            return read(DocTrees.instance(task), task.parse());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sources of " + module + " in " + root, e);
        }
    }

    /** The public types of the exported packages: what a user of the module sees. */
    List<SourceType> publicFace() {
        return types.stream()
                .filter(type -> type.isPublic() && exportedPackages.contains(type.packageName()))
                .toList();
    }

    private static SourceTree read(DocTrees docs, Iterable<? extends CompilationUnitTree> units) {
        NavigableSet<String> packages = new TreeSet<>();
        NavigableSet<String> exported = new TreeSet<>();
        List<SourceType> types = new ArrayList<>();
        for (CompilationUnitTree unit : units) {
            if (unit.getModule() != null) {
                exported.addAll(exportsToAll(unit.getModule().getDirectives()));
                continue;
            }
            packages.add(unit.getPackageName().toString());
            new TypeCollector(docs, types).scan(unit, null);
        }
        return new SourceTree(packages, exported, List.copyOf(types));
    }

    private static List<String> exportsToAll(List<? extends DirectiveTree> directives) {
        return directives.stream()
                .filter(ExportsTree.class::isInstance)
                .map(ExportsTree.class::cast)
                .filter(exports -> exports.getModuleNames() == null)
                .map(exports -> exports.getPackageName().toString())
                .toList();
    }

    /** Walks the types of a file, but not those inside methods, which nobody outside can name. */
    private static final class TypeCollector extends TreePathScanner<Void, Void> {

        private final DocTrees docs;
        private final List<SourceType> types;

        TypeCollector(DocTrees docs, List<SourceType> types) {
            this.docs = docs;
            this.types = types;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            TreePath path = getCurrentPath();
            String packageName = path.getCompilationUnit().getPackageName().toString();
            types.add(new SourceType(packageName, nameOf(path), isPublic(path), docs.getDocComment(path) != null));
            for (Tree member : type.getMembers()) {
                if (member instanceof ClassTree) {
                    scan(member, null);
                }
            }
            return null;
        }

        private static String nameOf(TreePath path) {
            String name = ((ClassTree) path.getLeaf()).getSimpleName().toString();
            return path.getParentPath().getLeaf() instanceof ClassTree
                    ? nameOf(path.getParentPath()) + "." + name
                    : path.getCompilationUnit().getPackageName() + "." + name;
        }

        /** Whether the type and all types around it are public; a member of an interface is so without saying it. */
        private static boolean isPublic(TreePath path) {
            ClassTree type = (ClassTree) path.getLeaf();
            boolean declared = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            if (!(path.getParentPath().getLeaf() instanceof ClassTree outer)) {
                return declared;
            }
            boolean inInterface =
                    outer.getKind() == Tree.Kind.INTERFACE || outer.getKind() == Tree.Kind.ANNOTATION_TYPE;
            return (declared || inInterface) && isPublic(path.getParentPath());
        }
    }
}
