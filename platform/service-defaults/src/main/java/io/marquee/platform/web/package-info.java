/** The response envelope, errors and paging of every HTTP answer. */
@org.jspecify.annotations.NullMarked
package io.marquee.platform.web;
