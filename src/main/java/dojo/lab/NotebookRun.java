package dojo.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the run of a notebook went.
 *
 * @param notebook the source notebook
 * @param page the HTML page
 * @param time how long it took, the start of the kernel included
 * @param failure what went wrong, if anything
 */
public record NotebookRun(Notebook notebook, Path page, Duration time, Optional<Failure> failure) {}
