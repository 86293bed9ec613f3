package io.doorward.admin;

import io.doorward.model.DeviceId;
import io.doorward.model.ProductId;
import io.doorward.problem.Problem;

/** What a right is on, within one workspace. An immutable value. */
sealed interface Target {

    /** How a sentence goes on after the name of a permission. */
    String words();

    /** The workspace itself; its bare right is the relationship. */
    record OnWorkspace() implements Target {

        @Override
        public String words() {
            return "";
        }
    }

    /** Every device in the workspace. */
    record OnAllDevices() implements Target {

        @Override
        public String words() {
            return " on all devices";
        }
    }

    /** Every device of a product. */
    record OnProduct(ProductId product) implements Target {

        @Override
        public String words() {
            return " on product " + Problem.quoted(product.value());
        }
    }

    /** One device. */
    record OnDevice(DeviceId device) implements Target {

        @Override
        public String words() {
            return " on device " + Problem.quoted(device.value());
        }
    }
}
