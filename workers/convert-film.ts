import { convert } from "#app/authoring/film-conversion.server.ts";
import { convertFilm } from "#app/authoring/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: a film that is done or refused is left alone. */
export default work(convertFilm, ({ filmId }) => convert(filmId));
