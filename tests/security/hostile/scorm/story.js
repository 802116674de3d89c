/** The part of a well-behaved package: it finds its API and begins. */
window.lms = parent.API;
window.lms.LMSInitialize("");
document.title = "Running";
