package io.github.fitbitproxy.upstream.googlehealth;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The calls of the Google Health API, version 4, that are used here, for the user who owns the token. */
@Path("v4/users/me")
@Produces(MediaType.APPLICATION_JSON)
interface GoogleHealthApi {

    /** {@code users.dataTypes.dataPoints.list}. */
    @GET
    @Path("dataTypes/{type}/dataPoints")
    Response list(
            @PathParam("type") String type,
            @RestQuery String filter,
            @RestQuery @Nullable Integer pageSize,
            @RestQuery @Nullable String pageToken);

    /** {@code users.dataTypes.dataPoints.reconcile}. */
    @GET
    @Path("dataTypes/{type}/dataPoints:reconcile")
    Response reconcile(
            @PathParam("type") String type,
            @RestQuery String filter,
            @RestQuery @Nullable Integer pageSize,
            @RestQuery @Nullable String pageToken);

    /** {@code users.dataTypes.dataPoints.dailyRollUp}; it reads only, though it is a POST. */
    @POST
    @Path("dataTypes/{type}/dataPoints:dailyRollUp")
    @Consumes(MediaType.APPLICATION_JSON)
    Response dailyRollUp(@PathParam("type") String type, String range);

    /** {@code users.getSettings}. */
    @GET
    @Path("settings")
    Response settings();

    /** {@code users.pairedDevices.list}. */
    @GET
    @Path("pairedDevices")
    Response pairedDevices(@RestQuery int pageSize);
}
