package io.github.fitbitproxy.web;

import io.quarkus.test.junit.QuarkusTestProfile;

/** An application for the tests of the page alone: its clock stands, and nobody else spends its calls. */
public class PageApplication implements QuarkusTestProfile {}
