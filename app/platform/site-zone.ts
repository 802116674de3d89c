/** The zone in which everybody is shown dates and trainers write them: the region shares it. */
export const siteZone = "Europe/Belgrade";
