/** Many runs and what may be concluded from them. Imports {@code train}. */
@NullMarked
package dojo.experiment;

import org.jspecify.annotations.NullMarked;
