// MagicMirror², config/config.js: two entries for `modules`, with MMM-JsonTable (github.com/timdows/MMM-JsonTable).
[
  {
    module: "MMM-JsonTable",
    position: "top_right",
    header: "Sleep",
    config: {
      url: "http://raspberrypi.local:8080/sleep?from=yesterday&to=today",
      arrayName: "days",
      keepColumns: ["date", "minutesAsleep", "efficiency", "status"],
      descriptiveRow: "<tr><td>Day</td><td>Asleep (min)</td><td>%</td><td></td></tr>",
      updateInterval: 300000,
    },
  },
  {
    module: "MMM-JsonTable",
    position: "top_right",
    header: "Activity",
    config: {
      url: "http://raspberrypi.local:8080/activities?from=yesterday&to=today",
      arrayName: "days",
      keepColumns: ["date", "steps", "distanceMeters", "status"],
      descriptiveRow: "<tr><td>Day</td><td>Steps</td><td>m</td><td></td></tr>",
      updateInterval: 300000,
    },
  },
]
