import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Runs the veraPDF engine over files: one PASS or FAIL line per file and flavour, the broken rules below.
 * Arguments: flavours separated by commas (3a, 3b, 3u, 2a, ua1), then files. Exit code 0 if everything passed.
 * The jar at hand has the engine and all profiles but neither veraPDF's command line nor JAXB, so the profiles are read here.
 */
public final class Vera {
  private static final Map<String, String> PROFILES = Map.of(
      "2a", "PDFA-2A.xml", "2b", "PDFA-2B.xml", "3a", "PDFA-3A.xml", "3b", "PDFA-3B.xml", "3u", "PDFA-3U.xml", "ua1", "PDFUA-1.xml");
  private static final int SHOWN_FAILURES = 100;

  private Vera() {}

  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  private static Element child(Element parent, String name) {
    return (Element) parent.getElementsByTagName(name).item(0);
  }

  private static Rule rule(Element source) {
    Element id = child(source, "id");
    Element error = child(source, "error");
    List<ErrorArgument> arguments = new ArrayList<>();
    NodeList found = error.getElementsByTagName("argument");
    for (int i = 0; i < found.getLength(); i++) {
      Element argument = (Element) found.item(i);
      arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), argument.hasAttribute("name") ? argument.getAttribute("name") : null, null));
    }
    RuleId identity = Profiles.ruleIdFromValues(
        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")), id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
    Boolean deferred = source.hasAttribute("deferred") ? Boolean.valueOf(source.getAttribute("deferred")) : null;
    return Profiles.ruleFromValues(identity, source.getAttribute("object"), deferred, source.getAttribute("tags"), text(source, "description"),
        text(source, "test"), Profiles.errorFromValues(text(error, "message"), arguments), new ArrayList<>());
  }

  private static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
    String resource = PROFILES.get(name);
    if (resource == null) throw new IllegalArgumentException("unknown flavour " + name);
    Document document;
    try (InputStream stream = Vera.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + resource)) {
      document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
    }
    Comparator<Rule> order = Comparator.<Rule, String>comparing(r -> r.getRuleId().getClause())
        .thenComparingInt(r -> r.getRuleId().getTestNumber())
        .thenComparing(r -> r.getRuleId().getSpecification());
    SortedSet<Rule> rules = new TreeSet<>(order);
    NodeList ruleNodes = document.getElementsByTagName("rule");
    for (int i = 0; i < ruleNodes.getLength(); i++) rules.add(rule((Element) ruleNodes.item(i)));
    SortedSet<Variable> variables = new TreeSet<>(Comparator.comparing(Variable::getName));
    NodeList variableNodes = document.getElementsByTagName("variable");
    for (int i = 0; i < variableNodes.getLength(); i++) {
      Element v = (Element) variableNodes.item(i);
      variables.add(Profiles.variableFromValues(v.getAttribute("name"), v.getAttribute("object"), text(v, "defaultValue"), text(v, "value")));
    }
    return Profiles.profileFromSortedValues(flavour, Profiles.profileDetailsFromValues(resource, resource, "veraPDF", new Date(0)), "", rules, variables);
  }

  private static void explain(ValidationResult result) {
    Map<String, TestAssertion> firsts = new LinkedHashMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
      firsts.putIfAbsent(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber(), assertion);
    }
    firsts.forEach((key, assertion) -> {
      int count = result.getFailedChecks().getOrDefault(assertion.getRuleId(), 0);
      System.out.printf("  x %s (%d times) %s%n    at %s%n", key, count, assertion.getMessage(), assertion.getLocation().getContext());
      if (assertion.getErrorMessage() != null) System.out.println("    " + assertion.getErrorMessage());
    });
  }

  private static boolean check(String name, String file) {
    long start = System.nanoTime();
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
      ValidationProfile profile = profile(name, flavour);
      PDFAValidator validator = ValidatorFactory.createValidator(profile, SHOWN_FAILURES, false, true, false);
      ValidationResult result = validator.validate(parser);
      System.out.printf("%s %-3s %s (%d rules, %d checks, %d ms)%n", result.isCompliant() ? "PASS" : "FAIL", name, file,
          profile.getRules().size(), result.getTotalAssertions(), (System.nanoTime() - start) / 1_000_000);
      if (!result.isCompliant()) explain(result);
      return result.isCompliant();
    } catch (Exception e) {
      System.out.printf("FAIL %-3s %s: %s%n", name, file, e);
      return false;
    }
  }

  public static void main(String[] arguments) {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    boolean passed = arguments.length > 1;
    for (int i = 1; i < arguments.length; i++) {
      for (String name : arguments[0].split(",")) passed &= check(name, arguments[i]);
    }
    System.exit(passed ? 0 : 1);
  }
}
