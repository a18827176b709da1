package dojo.expect;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a test's interface that stands for a constructor of the student's class: it
 * takes the same arguments, and returns an interface of the methods that the object must have.
 *
 * @see KataTest
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Constructor {}
