package io.github.fitbitproxy.upstream.fitbit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/** The calls of the Fitbit Web API that are used here, for the user who owns the token ({@code -}). */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
interface FitbitApi {

    /** "Get Sleep Log by Date", version 1.2. */
    @GET
    @Path("1.2/user/-/sleep/date/{date}.json")
    Response sleep(@PathParam("date") LocalDate date);

    /** "Get Sleep Log by Date Range", 100 days at most. */
    @GET
    @Path("1.2/user/-/sleep/date/{from}/{to}.json")
    Response sleep(@PathParam("from") LocalDate from, @PathParam("to") LocalDate to);

    /** "Get Daily Activity Summary". */
    @GET
    @Path("1/user/-/activities/date/{date}.json")
    Response activities(@PathParam("date") LocalDate date);

    /** "Get Activity Time Series by Date Range" and "Get Heart Rate Time Series by Date Range". */
    @GET
    @Path("1/user/-/activities/{resource}/date/{from}/{to}.json")
    Response activitySeries(
            @PathParam("resource") String resource, @PathParam("from") LocalDate from, @PathParam("to") LocalDate to);

    /** "Get Activity Log List". */
    @GET
    @Path("1/user/-/activities/list.json")
    Response activityLog(@RestQuery Map<String, String> query);

    /**
     * "Get HRV Summary by Date" ({@code hrv}), "Get SpO2 Summary by Date" ({@code spo2}), "Get Breathing Rate Summary by
     * Date" ({@code br}), "Get VO2 Max Summary by Date" ({@code cardioscore}).
     */
    @GET
    @Path("1/user/-/{metric}/date/{date}.json")
    Response metric(@PathParam("metric") String metric, @PathParam("date") LocalDate date);

    /** The same "by Interval", 30 days at most. */
    @GET
    @Path("1/user/-/{metric}/date/{from}/{to}.json")
    Response metric(
            @PathParam("metric") String metric, @PathParam("from") LocalDate from, @PathParam("to") LocalDate to);

    /** "Get Temperature (Skin) Summary by Date". */
    @GET
    @Path("1/user/-/temp/skin/date/{date}.json")
    Response skinTemperature(@PathParam("date") LocalDate date);

    /** "Get Temperature (Skin) Summary by Interval", 30 days at most. */
    @GET
    @Path("1/user/-/temp/skin/date/{from}/{to}.json")
    Response skinTemperature(@PathParam("from") LocalDate from, @PathParam("to") LocalDate to);

    /** "Get Weight Log" ({@code weight}), "Get Body Fat Log" ({@code fat}). */
    @GET
    @Path("1/user/-/body/log/{log}/date/{date}.json")
    Response bodyLog(@PathParam("log") String log, @PathParam("date") LocalDate date);

    /** The same by date range: 31 days of weight, 30 of fat at most. */
    @GET
    @Path("1/user/-/body/log/{log}/date/{from}/{to}.json")
    Response bodyLog(@PathParam("log") String log, @PathParam("from") LocalDate from, @PathParam("to") LocalDate to);

    /** "Get Profile". */
    @GET
    @Path("1/user/-/profile.json")
    Response profile();

    /** "Get Devices". */
    @GET
    @Path("1/user/-/devices.json")
    Response devices();
}
